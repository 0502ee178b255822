-- MeetingReplies, asked as school-admin: answered by statement
-- Not by statement for district + auditsDistrict (as district-admin) (refused)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.meeting (Meeting)
-- _l0: Meeting.replies
-- _r1: MeetingReply.household
-- _l1: Household.guardians
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l1."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l1.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _l1.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($2::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($3::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l1.*
                                  from
                                    household_guardian _link
                                    join guardian _l1 on _l1.id = _link."guardian_id"
                                  where
                                    (
                                      _link."household_id" = _r1.id
                                      and exists (
                                        select 1
                                        from
                                          guardianship g
                                          join student s on s.id = g.student_id
                                        where
                                          g.guardian_id = _l1.id
                                          and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                          and s.school_id = any ($2::uuid[])
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."created_at" asc,
                                    _l1."id" asc
                                  limit $4::int
                                ) _l1
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r1."id"::text || '",' || right(
                              json_build_array(
                                (
                                  coalesce(
                                    (
                                      select
                                        string_agg(
                                          stu.name,
                                          '、'
                                          order by stu.id
                                        )
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r1.id
                                        and stu.school_id = any ($2::uuid[])
                                    ) || '家',
                                    '家庭'
                                  )
                                ),
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select stu.id
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r1.id
                                        and (
                                          stu.school_id = any ($2::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($3::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from household _r1
                        where
                          (
                            _r1.id = _l0."household_id"
                            and exists (
                              select 1
                              from
                                household_student hs
                                join student s on s.id = hs.student_id
                              where
                                hs.household_id = _r1.id
                                and s.school_id = any ($2::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."answer"::text || '",' || _l0."attendee_count"::text || ',"' || _l0."replied_at"::text || '",' || right(
                        json_build_array(
                          (
                            select coalesce(json_agg(pupil.id), '[]')
                            from
                              (
                                select hst.student_id
                                from household_student hst
                                where hst.household_id = _l0.household_id
                              ) pupil (id)
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $5::int
                  ) || ']',
                  case
                    when (
                      (
                        (
                          _r0.organiser_id = $6::uuid
                          and _r0.school_id = any ($7::uuid[])
                        )
                        or _r0.school_id = any ($2::uuid[])
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $5::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from meeting_reply _l0
                      where
                        (
                          _l0."meeting_id" = _r0.id
                          and _l0.superseded_at is null
                          and true
                        )
                      order by
                        _l0."replied_at" desc,
                        _l0."id" desc
                      limit ($5::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."scope"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(json_build_array(_r0."title", _r0."place")::text, -1)
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($8::uuid[])
            and (
              (
                _r0.organiser_id = $6::uuid
                and _r0.school_id = any ($7::uuid[])
              )
              or _r0.school_id = any ($2::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for staff; staff + auditsSchool
-- _r0: Query.meeting (Meeting)
-- _l0: Meeting.replies
-- _r1: MeetingReply.household
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select 'null'
                        from household _r1
                        where false
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."answer"::text || '",' || _l0."attendee_count"::text || ',"' || _l0."replied_at"::text || '",' || right(
                        json_build_array(
                          (
                            select coalesce(json_agg(pupil.id), '[]')
                            from
                              (
                                select hst.student_id
                                from household_student hst
                                where hst.household_id = _l0.household_id
                              ) pupil (id)
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $2::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.organiser_id = $3::uuid
                        and _r0.school_id = any ($4::uuid[])
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $2::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from meeting_reply _l0
                      where
                        (
                          _l0."meeting_id" = _r0.id
                          and _l0.superseded_at is null
                          and true
                        )
                      order by
                        _l0."replied_at" desc,
                        _l0."id" desc
                      limit ($2::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."scope"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(json_build_array(_r0."title", _r0."place")::text, -1)
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($5::uuid[])
            and (
              _r0.organiser_id = $3::uuid
              and _r0.school_id = any ($4::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _r0: Query.meeting (Meeting)
-- _l0: Meeting.replies
-- _r1: MeetingReply.household
-- _l1: Household.guardians
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l1."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l1.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _l1.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($2::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($3::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l1.*
                                  from
                                    household_guardian _link
                                    join guardian _l1 on _l1.id = _link."guardian_id"
                                  where
                                    (
                                      _link."household_id" = _r1.id
                                      and exists (
                                        select 1
                                        from
                                          guardianship g
                                          join class_membership m on m.student_id = g.student_id
                                        where
                                          g.guardian_id = _l1.id
                                          and g.status in ('ACTIVE', 'PENDING')
                                          and m.school_class_id = any ($3::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."created_at" asc,
                                    _l1."id" asc
                                  limit $4::int
                                ) _l1
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r1."id"::text || '",' || right(
                              json_build_array(
                                (
                                  coalesce(
                                    (
                                      select
                                        string_agg(
                                          stu.name,
                                          '、'
                                          order by stu.id
                                        )
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r1.id
                                        and exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($3::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                    ) || '家',
                                    '家庭'
                                  )
                                ),
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select stu.id
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r1.id
                                        and (
                                          stu.school_id = any ($2::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($3::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from household _r1
                        where
                          (
                            _r1.id = _l0."household_id"
                            and exists (
                              select 1
                              from
                                household_student hs
                                join class_membership m on m.student_id = hs.student_id
                              where
                                hs.household_id = _r1.id
                                and m.school_class_id = any ($3::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."answer"::text || '",' || _l0."attendee_count"::text || ',"' || _l0."replied_at"::text || '",' || right(
                        json_build_array(
                          (
                            select coalesce(json_agg(pupil.id), '[]')
                            from
                              (
                                select hst.student_id
                                from household_student hst
                                where hst.household_id = _l0.household_id
                              ) pupil (id)
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $5::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.id = any (
                          array(
                            select mcl.meeting_id
                            from meeting_class mcl
                            where mcl.school_class_id = any ($3::uuid[])
                          )
                        )
                        or (
                          _r0.organiser_id = $6::uuid
                          and _r0.school_id = any ($7::uuid[])
                        )
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $5::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from meeting_reply _l0
                      where
                        (
                          _l0."meeting_id" = _r0.id
                          and (
                            (
                              _l0.meeting_id = any (
                                array(
                                  select mcl.meeting_id
                                  from meeting_class mcl
                                  where mcl.school_class_id = any ($3::uuid[])
                                )
                              )
                              and _l0.household_id in (
                                select hst.household_id
                                from
                                  class_membership cms
                                  join household_student hst on hst.student_id = cms.student_id
                                where
                                  cms.school_class_id = any ($3::uuid[])
                                  and cms.status = 'ACTIVE'
                              )
                              and _r0.published_at is not null
                            )
                            or (
                              _r0.organiser_id = $6::uuid
                              and _r0.school_id = any ($7::uuid[])
                            )
                          )
                          and _l0.superseded_at is null
                          and true
                        )
                      order by
                        _l0."replied_at" desc,
                        _l0."id" desc
                      limit ($5::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."scope"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(json_build_array(_r0."title", _r0."place")::text, -1)
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($8::uuid[])
            and (
              (
                _r0.published_at is not null
                and _r0.id = any (
                  array(
                    select mcl.meeting_id
                    from meeting_class mcl
                    where mcl.school_class_id = any ($3::uuid[])
                  )
                )
              )
              or (
                _r0.organiser_id = $6::uuid
                and _r0.school_id = any ($7::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Query.meeting (Meeting)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from meeting _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.meeting (Meeting)
-- _l0: Meeting.replies
-- _r1: MeetingReply.household
-- _l1: Household.guardians
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l1."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                                        from person p
                                        where p.id = _l1.person_id
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              guardianship tie
                                              join student stu on stu.id = tie.student_id
                                            where
                                              tie.guardian_id = _l1.id
                                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and (
                                                stu.school_id = any ($2::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($3::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l1.*
                                  from
                                    household_guardian _link
                                    join guardian _l1 on _l1.id = _link."guardian_id"
                                  where
                                    (
                                      _link."household_id" = _r1.id
                                      and (
                                        _l1.id = $4::uuid
                                        or _l1.id = any (
                                          array(
                                            select tie.guardian_id
                                            from
                                              household_student hst
                                              join household_guardian hgd on hgd.household_id = hst.household_id
                                              join guardianship tie on tie.guardian_id = hgd.guardian_id
                                              and tie.student_id = hst.student_id
                                            where
                                              hst.household_id = any ($5::uuid[])
                                              and hst.student_id = any ($6::uuid[])
                                              and tie.status = 'ACTIVE'
                                              and tie.valid_from <= $7::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $7::date
                                              )
                                          )
                                        )
                                        or exists (
                                          select 1
                                          from
                                            guardianship g
                                            join class_membership m on m.student_id = g.student_id
                                          where
                                            g.guardian_id = _l1.id
                                            and g.status in ('ACTIVE', 'PENDING')
                                            and m.school_class_id = any ($3::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."created_at" asc,
                                    _l1."id" asc
                                  limit $8::int
                                ) _l1
                            ),
                            'null'
                          ) || ',' || (
                            '"' || _r1."id"::text || '",' || right(
                              json_build_array(
                                (
                                  coalesce(
                                    (
                                      select
                                        string_agg(
                                          stu.name,
                                          '、'
                                          order by stu.id
                                        )
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r1.id
                                        and (
                                          stu.id = any ($6::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($3::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) || '家',
                                    '家庭'
                                  )
                                ),
                                (
                                  select coalesce(json_agg(pupil.id), '[]')
                                  from
                                    (
                                      select stu.id
                                      from
                                        household_student hst
                                        join student stu on stu.id = hst.student_id
                                      where
                                        hst.household_id = _r1.id
                                        and (
                                          stu.school_id = any ($2::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = stu.id
                                              and m.school_class_id = any ($3::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ) pupil (id)
                                )
                              )::text,
                              -1
                            )
                          )
                        from household _r1
                        where
                          (
                            _r1.id = _l0."household_id"
                            and (
                              _r1.id = any ($5::uuid[])
                              or exists (
                                select 1
                                from
                                  household_student hs
                                  join class_membership m on m.student_id = hs.student_id
                                where
                                  hs.household_id = _r1.id
                                  and m.school_class_id = any ($3::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."answer"::text || '",' || _l0."attendee_count"::text || ',"' || _l0."replied_at"::text || '",' || right(
                        json_build_array(
                          (
                            select coalesce(json_agg(pupil.id), '[]')
                            from
                              (
                                select hst.student_id
                                from household_student hst
                                where hst.household_id = _l0.household_id
                              ) pupil (id)
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $9::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.id = any (
                          array(
                            select inv.meeting_id
                            from
                              meeting_invitation_student ivs
                              join meeting_invitation inv on inv.id = ivs.invitation_id
                            where
                              ivs.ended_at is null
                              and ivs.student_id = any ($6::uuid[])
                              and inv.household_id = any ($5::uuid[])
                              and inv.status = 'INVITED'
                          )
                        )
                        or _r0.id = any (
                          array(
                            select mcl.meeting_id
                            from meeting_class mcl
                            where mcl.school_class_id = any ($3::uuid[])
                          )
                        )
                        or (
                          _r0.organiser_id = $10::uuid
                          and _r0.school_id = any ($11::uuid[])
                        )
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $9::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from meeting_reply _l0
                      where
                        (
                          _l0."meeting_id" = _r0.id
                          and (
                            (
                              _l0.household_id = any ($5::uuid[])
                              and _l0.invitation_id = any (
                                array(
                                  select inv.id
                                  from
                                    meeting_invitation_student ivs
                                    join meeting_invitation inv on inv.id = ivs.invitation_id
                                  where
                                    ivs.ended_at is null
                                    and ivs.student_id = any ($6::uuid[])
                                    and inv.household_id = any ($5::uuid[])
                                    and inv.status = 'INVITED'
                                )
                              )
                            )
                            or (
                              (
                                _l0.meeting_id = any (
                                  array(
                                    select mcl.meeting_id
                                    from meeting_class mcl
                                    where mcl.school_class_id = any ($3::uuid[])
                                  )
                                )
                                and _l0.household_id in (
                                  select hst.household_id
                                  from
                                    class_membership cms
                                    join household_student hst on hst.student_id = cms.student_id
                                  where
                                    cms.school_class_id = any ($3::uuid[])
                                    and cms.status = 'ACTIVE'
                                )
                                and _r0.published_at is not null
                              )
                              or (
                                _r0.organiser_id = $10::uuid
                                and _r0.school_id = any ($11::uuid[])
                              )
                            )
                          )
                          and _l0.superseded_at is null
                          and true
                        )
                      order by
                        _l0."replied_at" desc,
                        _l0."id" desc
                      limit ($9::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || (
              '"' || _r0."id"::text || '","' || _r0."kind"::text || '","' || _r0."scope"::text || '","' || _r0."status"::text || '","' || _r0."starts_at"::text || '","' || _r0."ends_at"::text || '",' || right(json_build_array(_r0."title", _r0."place")::text, -1)
            ),
            ','
          ) || ']'
        from meeting _r0
        where
          (
            _r0.id = any ($12::uuid[])
            and (
              (
                _r0.published_at is not null
                and _r0.id = any (
                  array(
                    select inv.meeting_id
                    from
                      meeting_invitation_student ivs
                      join meeting_invitation inv on inv.id = ivs.invitation_id
                    where
                      ivs.ended_at is null
                      and ivs.student_id = any ($6::uuid[])
                      and inv.household_id = any ($5::uuid[])
                      and inv.status = 'INVITED'
                  )
                )
              )
              or (
                _r0.published_at is not null
                and _r0.id = any (
                  array(
                    select mcl.meeting_id
                    from meeting_class mcl
                    where mcl.school_class_id = any ($3::uuid[])
                  )
                )
              )
              or (
                _r0.organiser_id = $10::uuid
                and _r0.school_id = any ($11::uuid[])
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

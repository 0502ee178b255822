-- MeetingsAcrossSchools, asked as school-admin: answered by statement
-- Not by statement for district + auditsDistrict (as district-admin); auditsDistrict (as privacy-officer); signed in (as lecturer) (refused)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.schools
-- _l1: School.classes
-- _l2: SchoolClass.meetings
-- _r0: Meeting.attendingReplyCount
-- _l3: Meeting.replies
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  (
                                    case
                                      when (
                                        (
                                          (
                                            _l2.organiser_id = $2::uuid
                                            and _l2.school_id = any ($3::uuid[])
                                          )
                                          or _l2.school_id = any ($4::uuid[])
                                        )
                                      ) is not true then null
                                      else count(*)::int
                                    end
                                  )::text
                                from meeting_reply _r0
                                where
                                  (
                                    _r0."meeting_id" = _l2.id
                                    and _r0.superseded_at is null
                                    and _r0.answer = 'ATTENDING'
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '[' || string_agg(
                                    '["' || _l3."id"::text || '","' || _l3."answer"::text || '",' || _l3."attendee_count"::text || ',' || right(
                                      json_build_array(
                                        (
                                          select coalesce(json_agg(pupil.id), '[]')
                                          from
                                            (
                                              select hst.student_id
                                              from household_student hst
                                              where hst.household_id = _l3.household_id
                                            ) pupil (id)
                                        )
                                      )::text,
                                      -1
                                    ),
                                    ','
                                  ) || ']'
                                from
                                  (
                                    select _l3.*
                                    from meeting_reply _l3
                                    where
                                      (
                                        _l3."meeting_id" = _l2.id
                                        and _l3.superseded_at is null
                                        and true
                                      )
                                    order by
                                      _l3."replied_at" desc,
                                      _l3."id" desc
                                    limit $5::int
                                  ) _l3
                              ),
                              case
                                when (
                                  (
                                    (
                                      _l2.organiser_id = $2::uuid
                                      and _l2.school_id = any ($3::uuid[])
                                    )
                                    or _l2.school_id = any ($4::uuid[])
                                  )
                                ) is not true then 'false'
                                else 'null'
                              end
                            ) || ',' || ('"' || _l2."id"::text || '","' || _l2."starts_at"::text || '",' || right(json_build_array(_l2."title")::text, -1)),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from
                              meeting_class _link
                              join meeting _l2 on _l2.id = _link."meeting_id"
                            where
                              (
                                _link."school_class_id" = _l1.id
                                and (
                                  (
                                    _l2.organiser_id = $2::uuid
                                    and _l2.school_id = any ($3::uuid[])
                                  )
                                  or _l2.school_id = any ($4::uuid[])
                                )
                                and true
                              )
                            order by
                              _l2."starts_at" desc,
                              _l2."id" desc
                            limit $6::int
                          ) _l2
                      ),
                      'null'
                    ) || ',' || ('"' || _l1."id"::text || '",' || _l1."number"::text || ',' || right(json_build_array(_l1."name")::text, -1)),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from school_class _l1
                    where
                      (
                        _l1."school_id" = _l0.id
                        and _l1.school_id = any ($3::uuid[])
                        and true
                      )
                    order by
                      _l1."school_year_id" desc,
                      _l1."grade_id" asc,
                      _l1."number" asc,
                      _l1."id" asc
                    limit $7::int
                  ) _l1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name", _l0."code")::text, -1)),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from school _l0
              where true
              order by
                _l0."code" asc,
                _l0."id" asc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for staff; staff + auditsSchool
-- _l0: Query.schools
-- _l1: School.classes
-- _l2: SchoolClass.meetings
-- _r0: Meeting.attendingReplyCount
-- _l3: Meeting.replies
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  (
                                    case
                                      when (
                                        (
                                          _l2.organiser_id = $2::uuid
                                          and _l2.school_id = any ($3::uuid[])
                                        )
                                      ) is not true then null
                                      else count(*)::int
                                    end
                                  )::text
                                from meeting_reply _r0
                                where
                                  (
                                    _r0."meeting_id" = _l2.id
                                    and _r0.superseded_at is null
                                    and _r0.answer = 'ATTENDING'
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '[' || string_agg(
                                    '["' || _l3."id"::text || '","' || _l3."answer"::text || '",' || _l3."attendee_count"::text || ',' || right(
                                      json_build_array(
                                        (
                                          select coalesce(json_agg(pupil.id), '[]')
                                          from
                                            (
                                              select hst.student_id
                                              from household_student hst
                                              where hst.household_id = _l3.household_id
                                            ) pupil (id)
                                        )
                                      )::text,
                                      -1
                                    ),
                                    ','
                                  ) || ']'
                                from
                                  (
                                    select _l3.*
                                    from meeting_reply _l3
                                    where
                                      (
                                        _l3."meeting_id" = _l2.id
                                        and _l3.superseded_at is null
                                        and true
                                      )
                                    order by
                                      _l3."replied_at" desc,
                                      _l3."id" desc
                                    limit $4::int
                                  ) _l3
                              ),
                              case
                                when (
                                  (
                                    _l2.organiser_id = $2::uuid
                                    and _l2.school_id = any ($3::uuid[])
                                  )
                                ) is not true then 'false'
                                else 'null'
                              end
                            ) || ',' || ('"' || _l2."id"::text || '","' || _l2."starts_at"::text || '",' || right(json_build_array(_l2."title")::text, -1)),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from
                              meeting_class _link
                              join meeting _l2 on _l2.id = _link."meeting_id"
                            where
                              (
                                _link."school_class_id" = _l1.id
                                and (
                                  _l2.organiser_id = $2::uuid
                                  and _l2.school_id = any ($3::uuid[])
                                )
                                and true
                              )
                            order by
                              _l2."starts_at" desc,
                              _l2."id" desc
                            limit $5::int
                          ) _l2
                      ),
                      'null'
                    ) || ',' || ('"' || _l1."id"::text || '",' || _l1."number"::text || ',' || right(json_build_array(_l1."name")::text, -1)),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from school_class _l1
                    where
                      (
                        _l1."school_id" = _l0.id
                        and _l1.school_id = any ($3::uuid[])
                        and true
                      )
                    order by
                      _l1."school_year_id" desc,
                      _l1."grade_id" asc,
                      _l1."number" asc,
                      _l1."id" asc
                    limit $6::int
                  ) _l1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name", _l0."code")::text, -1)),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from school _l0
              where true
              order by
                _l0."code" asc,
                _l0."id" asc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _l0: Query.schools
-- _l1: School.classes
-- _l2: SchoolClass.meetings
-- _r0: Meeting.attendingReplyCount
-- _l3: Meeting.replies
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  (
                                    case
                                      when (
                                        (
                                          (
                                            _l2.organiser_id = $2::uuid
                                            and _l2.school_id = any ($3::uuid[])
                                          )
                                          or (
                                            _l2.published_at is not null
                                            and not exists (
                                              select 1
                                              from meeting_class mcl
                                              where
                                                mcl.meeting_id = _l2.id
                                                and mcl.school_class_id <> all ($4::uuid[])
                                            )
                                          )
                                        )
                                      ) is not true then null
                                      else count(*)::int
                                    end
                                  )::text
                                from meeting_reply _r0
                                where
                                  (
                                    _r0."meeting_id" = _l2.id
                                    and (
                                      (
                                        (
                                          _r0.meeting_id = any (
                                            array(
                                              select mcl.meeting_id
                                              from meeting_class mcl
                                              where mcl.school_class_id = any ($4::uuid[])
                                            )
                                          )
                                          and _r0.household_id in (
                                            select hst.household_id
                                            from
                                              class_membership cms
                                              join household_student hst on hst.student_id = cms.student_id
                                            where
                                              cms.school_class_id = any ($4::uuid[])
                                              and cms.status = 'ACTIVE'
                                          )
                                          and _l2.published_at is not null
                                        )
                                        or (
                                          _l2.organiser_id = $2::uuid
                                          and _l2.school_id = any ($3::uuid[])
                                        )
                                      )
                                      or (
                                        _l2.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = _l2.id
                                            and mcl.school_class_id <> all ($4::uuid[])
                                        )
                                      )
                                    )
                                    and _r0.superseded_at is null
                                    and _r0.answer = 'ATTENDING'
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '[' || string_agg(
                                    '["' || _l3."id"::text || '","' || _l3."answer"::text || '",' || _l3."attendee_count"::text || ',' || right(
                                      json_build_array(
                                        (
                                          select coalesce(json_agg(pupil.id), '[]')
                                          from
                                            (
                                              select hst.student_id
                                              from household_student hst
                                              where hst.household_id = _l3.household_id
                                            ) pupil (id)
                                        )
                                      )::text,
                                      -1
                                    ),
                                    ','
                                  ) || ']'
                                from
                                  (
                                    select _l3.*
                                    from meeting_reply _l3
                                    where
                                      (
                                        _l3."meeting_id" = _l2.id
                                        and (
                                          (
                                            _l3.meeting_id = any (
                                              array(
                                                select mcl.meeting_id
                                                from meeting_class mcl
                                                where mcl.school_class_id = any ($4::uuid[])
                                              )
                                            )
                                            and _l3.household_id in (
                                              select hst.household_id
                                              from
                                                class_membership cms
                                                join household_student hst on hst.student_id = cms.student_id
                                              where
                                                cms.school_class_id = any ($4::uuid[])
                                                and cms.status = 'ACTIVE'
                                            )
                                            and _l2.published_at is not null
                                          )
                                          or (
                                            _l2.organiser_id = $2::uuid
                                            and _l2.school_id = any ($3::uuid[])
                                          )
                                        )
                                        and _l3.superseded_at is null
                                        and true
                                      )
                                    order by
                                      _l3."replied_at" desc,
                                      _l3."id" desc
                                    limit $5::int
                                  ) _l3
                              ),
                              case
                                when (
                                  (
                                    _l2.id = any (
                                      array(
                                        select mcl.meeting_id
                                        from meeting_class mcl
                                        where mcl.school_class_id = any ($4::uuid[])
                                      )
                                    )
                                    or (
                                      _l2.organiser_id = $2::uuid
                                      and _l2.school_id = any ($3::uuid[])
                                    )
                                  )
                                ) is not true then 'false'
                                else 'null'
                              end
                            ) || ',' || ('"' || _l2."id"::text || '","' || _l2."starts_at"::text || '",' || right(json_build_array(_l2."title")::text, -1)),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from
                              meeting_class _link
                              join meeting _l2 on _l2.id = _link."meeting_id"
                            where
                              (
                                _link."school_class_id" = _l1.id
                                and (
                                  (
                                    _l2.published_at is not null
                                    and _l2.id = any (
                                      array(
                                        select mcl.meeting_id
                                        from meeting_class mcl
                                        where mcl.school_class_id = any ($4::uuid[])
                                      )
                                    )
                                  )
                                  or (
                                    _l2.organiser_id = $2::uuid
                                    and _l2.school_id = any ($3::uuid[])
                                  )
                                )
                                and true
                              )
                            order by
                              _l2."starts_at" desc,
                              _l2."id" desc
                            limit $6::int
                          ) _l2
                      ),
                      'null'
                    ) || ',' || ('"' || _l1."id"::text || '",' || _l1."number"::text || ',' || right(json_build_array(_l1."name")::text, -1)),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from school_class _l1
                    where
                      (
                        _l1."school_id" = _l0.id
                        and _l1.school_id = any ($3::uuid[])
                        and true
                      )
                    order by
                      _l1."school_year_id" desc,
                      _l1."grade_id" asc,
                      _l1."number" asc,
                      _l1."id" asc
                    limit $7::int
                  ) _l1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name", _l0."code")::text, -1)),
            ','
          ) filter (
            where _l0._n <= $8::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $8::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from school _l0
              where true
              order by
                _l0."code" asc,
                _l0."id" asc
              limit ($8::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.schools
-- _l1: School.classes
-- _l2: SchoolClass.meetings
-- _r0: Meeting.attendingReplyCount
-- _l3: Meeting.replies
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '[' || string_agg(
                            '[' || coalesce(
                              (
                                select
                                  (
                                    case
                                      when (
                                        (
                                          (
                                            _l2.organiser_id = $2::uuid
                                            and _l2.school_id = any ($3::uuid[])
                                          )
                                          or (
                                            _l2.published_at is not null
                                            and not exists (
                                              select 1
                                              from meeting_class mcl
                                              where
                                                mcl.meeting_id = _l2.id
                                                and mcl.school_class_id <> all ($4::uuid[])
                                            )
                                          )
                                        )
                                      ) is not true then null
                                      else count(*)::int
                                    end
                                  )::text
                                from meeting_reply _r0
                                where
                                  (
                                    _r0."meeting_id" = _l2.id
                                    and (
                                      (
                                        (
                                          _r0.household_id = any ($5::uuid[])
                                          and _r0.invitation_id = any (
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
                                            _r0.meeting_id = any (
                                              array(
                                                select mcl.meeting_id
                                                from meeting_class mcl
                                                where mcl.school_class_id = any ($4::uuid[])
                                              )
                                            )
                                            and _r0.household_id in (
                                              select hst.household_id
                                              from
                                                class_membership cms
                                                join household_student hst on hst.student_id = cms.student_id
                                              where
                                                cms.school_class_id = any ($4::uuid[])
                                                and cms.status = 'ACTIVE'
                                            )
                                            and _l2.published_at is not null
                                          )
                                          or (
                                            _l2.organiser_id = $2::uuid
                                            and _l2.school_id = any ($3::uuid[])
                                          )
                                        )
                                      )
                                      or (
                                        _l2.published_at is not null
                                        and not exists (
                                          select 1
                                          from meeting_class mcl
                                          where
                                            mcl.meeting_id = _l2.id
                                            and mcl.school_class_id <> all ($4::uuid[])
                                        )
                                      )
                                    )
                                    and _r0.superseded_at is null
                                    and _r0.answer = 'ATTENDING'
                                  )
                              ),
                              'null'
                            ) || ',' || coalesce(
                              (
                                select
                                  '[' || string_agg(
                                    '["' || _l3."id"::text || '","' || _l3."answer"::text || '",' || _l3."attendee_count"::text || ',' || right(
                                      json_build_array(
                                        (
                                          select coalesce(json_agg(pupil.id), '[]')
                                          from
                                            (
                                              select hst.student_id
                                              from household_student hst
                                              where hst.household_id = _l3.household_id
                                            ) pupil (id)
                                        )
                                      )::text,
                                      -1
                                    ),
                                    ','
                                  ) || ']'
                                from
                                  (
                                    select _l3.*
                                    from meeting_reply _l3
                                    where
                                      (
                                        _l3."meeting_id" = _l2.id
                                        and (
                                          (
                                            _l3.household_id = any ($5::uuid[])
                                            and _l3.invitation_id = any (
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
                                              _l3.meeting_id = any (
                                                array(
                                                  select mcl.meeting_id
                                                  from meeting_class mcl
                                                  where mcl.school_class_id = any ($4::uuid[])
                                                )
                                              )
                                              and _l3.household_id in (
                                                select hst.household_id
                                                from
                                                  class_membership cms
                                                  join household_student hst on hst.student_id = cms.student_id
                                                where
                                                  cms.school_class_id = any ($4::uuid[])
                                                  and cms.status = 'ACTIVE'
                                              )
                                              and _l2.published_at is not null
                                            )
                                            or (
                                              _l2.organiser_id = $2::uuid
                                              and _l2.school_id = any ($3::uuid[])
                                            )
                                          )
                                        )
                                        and _l3.superseded_at is null
                                        and true
                                      )
                                    order by
                                      _l3."replied_at" desc,
                                      _l3."id" desc
                                    limit $7::int
                                  ) _l3
                              ),
                              case
                                when (
                                  (
                                    _l2.id = any (
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
                                    or _l2.id = any (
                                      array(
                                        select mcl.meeting_id
                                        from meeting_class mcl
                                        where mcl.school_class_id = any ($4::uuid[])
                                      )
                                    )
                                    or (
                                      _l2.organiser_id = $2::uuid
                                      and _l2.school_id = any ($3::uuid[])
                                    )
                                  )
                                ) is not true then 'false'
                                else 'null'
                              end
                            ) || ',' || ('"' || _l2."id"::text || '","' || _l2."starts_at"::text || '",' || right(json_build_array(_l2."title")::text, -1)),
                            ','
                          ) || ']'
                        from
                          (
                            select _l2.*
                            from
                              meeting_class _link
                              join meeting _l2 on _l2.id = _link."meeting_id"
                            where
                              (
                                _link."school_class_id" = _l1.id
                                and (
                                  (
                                    _l2.published_at is not null
                                    and _l2.id = any (
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
                                    _l2.published_at is not null
                                    and _l2.id = any (
                                      array(
                                        select mcl.meeting_id
                                        from meeting_class mcl
                                        where mcl.school_class_id = any ($4::uuid[])
                                      )
                                    )
                                  )
                                  or (
                                    _l2.organiser_id = $2::uuid
                                    and _l2.school_id = any ($3::uuid[])
                                  )
                                )
                                and true
                              )
                            order by
                              _l2."starts_at" desc,
                              _l2."id" desc
                            limit $8::int
                          ) _l2
                      ),
                      'null'
                    ) || ',' || ('"' || _l1."id"::text || '",' || _l1."number"::text || ',' || right(json_build_array(_l1."name")::text, -1)),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from school_class _l1
                    where
                      (
                        _l1."school_id" = _l0.id
                        and (
                          _l1.school_id = any ($9::uuid[])
                          or _l1.id = any ($10::uuid[])
                          or _l1.school_id = any ($3::uuid[])
                        )
                        and true
                      )
                    order by
                      _l1."school_year_id" desc,
                      _l1."grade_id" asc,
                      _l1."number" asc,
                      _l1."id" asc
                    limit $11::int
                  ) _l1
              ),
              'null'
            ) || ',' || ('"' || _l0."id"::text || '",' || right(json_build_array(_l0."name", _l0."code")::text, -1)),
            ','
          ) filter (
            where _l0._n <= $12::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $12::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from school _l0
              where true
              order by
                _l0."code" asc,
                _l0."id" asc
              limit ($12::int + 1)
            ) _l0
        ) _l0
    ) || ']'
  end;

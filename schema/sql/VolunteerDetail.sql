-- VolunteerDetail, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.node (Guardian)
-- _r1: Guardian.currentSuspension
-- _r2: VolunteerSuspension.guardian
-- _r3: VolunteerSuspension.school
-- _r4: VolunteerSuspension.decidedBy
-- _l0: Guardian.suspensions
-- _r5: VolunteerSuspension.guardian
-- _r6: VolunteerSuspension.school
-- _r7: VolunteerSuspension.decidedBy
-- _l1: Guardian.qualifications
-- _r8: VolunteerQualification.guardian
-- _r9: VolunteerQualification.grantedBy
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
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r2."id"::text || '",' || right(
                          json_build_array(
                            (
                              select json_build_array(p.name, p.phone, p.phone_verified_at)
                              from person p
                              where p.id = _r2.person_id
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
                                    tie.guardian_id = _r2.id
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
                        )
                      from guardian _r2
                      where
                        (
                          _r2.person_id = _r1.person_id
                          and exists (
                            select 1
                            from
                              guardianship g
                              join student s on s.id = g.student_id
                            where
                              g.guardian_id = _r2.id
                              and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              and s.school_id = any ($2::uuid[])
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."name")::text, -1)
                      from school _r3
                      where _r3.id = _r1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '["' || _r4."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r4.id = $4::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r4.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                        )
                                        and asg.school_id = any ($6::uuid[])
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r4.id
                                          and asg.school_id = any ($6::uuid[])
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r4.person_id
                            ),
                            _r4."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r4
                      where
                        (
                          _r4.id = _r1."decided_by_id"
                          and (
                            _r4.id = $4::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r4.id
                                and a.school_id = any ($6::uuid[])
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '","' || _r1."cause"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '",' || coalesce('"' || _r1."lifted_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _r1."reason",
                        (
                          (
                            _r1.starts_at <= $7::timestamptz
                            and _r1.ends_at > $7::timestamptz
                            and _r1.lifted_at is null
                          )
                        ),
                        _r1."lift_reason"
                      )::text,
                      -1
                    )
                  )
                from volunteer_suspension _r1
                where
                  (
                    _r1.id = (
                      select sus.id
                      from volunteer_suspension sus
                      where
                        sus.person_id = _r0.person_id
                        and (
                          sus.starts_at <= $7::timestamptz
                          and sus.ends_at > $7::timestamptz
                          and sus.lifted_at is null
                        )
                        and (
                          sus.person_id = $8::uuid
                          or sus.school_id = any ($2::uuid[])
                          or (
                            sus.school_id is null
                            and exists (
                              select 1
                              from
                                guardian gdn
                                join guardianship gds on gds.guardian_id = gdn.id
                                and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                join student std on std.id = gds.student_id
                              where
                                gdn.person_id = sus.person_id
                                and std.school_id in (
                                  select unnest($2::uuid[])
                                )
                            )
                          )
                        )
                      order by
                        sus.ends_at desc,
                        sus.id
                      limit 1
                    )
                    and (
                      _r1.person_id = $8::uuid
                      or _r1.school_id = any ($2::uuid[])
                      or (
                        _r1.school_id is null
                        and exists (
                          select 1
                          from
                            guardian gdn
                            join guardianship gds on gds.guardian_id = gdn.id
                            and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                            join student std on std.id = gds.student_id
                          where
                            gdn.person_id = _r1.person_id
                            and std.school_id in (
                              select unnest($2::uuid[])
                            )
                        )
                      )
                    )
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r5."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r5.person_id
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
                                      tie.guardian_id = _r5.id
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
                          )
                        from guardian _r5
                        where
                          (
                            _r5.person_id = _l0.person_id
                            and exists (
                              select 1
                              from
                                guardianship g
                                join student s on s.id = g.student_id
                              where
                                g.guardian_id = _r5.id
                                and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                and s.school_id = any ($2::uuid[])
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r6."id"::text || '",' || right(json_build_array(_r6."name")::text, -1)
                        from school _r6
                        where _r6.id = _l0."school_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r7."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r7.id = $4::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r7.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                          )
                                          and asg.school_id = any ($6::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r7.id
                                            and asg.school_id = any ($6::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r7.person_id
                              ),
                              _r7."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r7
                        where
                          (
                            _r7.id = _l0."decided_by_id"
                            and (
                              _r7.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r7.id
                                  and a.school_id = any ($6::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."cause"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || coalesce('"' || _l0."lifted_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l0."reason",
                          (
                            (
                              _l0.starts_at <= $7::timestamptz
                              and _l0.ends_at > $7::timestamptz
                              and _l0.lifted_at is null
                            )
                          ),
                          _l0."lift_reason"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from volunteer_suspension _l0
                    where
                      (
                        _l0.person_id = _r0.person_id
                        and (
                          _l0.person_id = $8::uuid
                          or _l0.school_id = any ($2::uuid[])
                          or (
                            _l0.school_id is null
                            and exists (
                              select 1
                              from
                                guardian gdn
                                join guardianship gds on gds.guardian_id = gdn.id
                                and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                join student std on std.id = gds.student_id
                              where
                                gdn.person_id = _l0.person_id
                                and std.school_id in (
                                  select unnest($2::uuid[])
                                )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit $9::int
                  ) _l0
              ),
              case
                when (
                  exists (
                    select 1
                    from
                      guardianship g
                      join student s on s.id = g.student_id
                    where
                      g.guardian_id = _r0.id
                      and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                      and s.school_id = any ($2::uuid[])
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r8."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r8.person_id
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
                                      tie.guardian_id = _r8.id
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
                          )
                        from guardian _r8
                        where
                          (
                            _r8.person_id = _l1.person_id
                            and exists (
                              select 1
                              from
                                guardianship g
                                join student s on s.id = g.student_id
                              where
                                g.guardian_id = _r8.id
                                and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                and s.school_id = any ($2::uuid[])
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r9."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r9.id = $4::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r9.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                          )
                                          and asg.school_id = any ($6::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r9.id
                                            and asg.school_id = any ($6::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r9.person_id
                              ),
                              _r9."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r9
                        where
                          (
                            _r9.id = _l1."granted_by_id"
                            and (
                              _r9.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r9.id
                                  and a.school_id = any ($6::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."valid_from"::text || '",' || coalesce('"' || _l1."valid_to"::text || '"', 'null') || ',' || coalesce('"' || _l1."revoked_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l1."name",
                          (
                            _l1.revoked_at is null
                            and $5::date between _l1.valid_from and coalesce(_l1.valid_to, 'infinity')
                          ),
                          _l1."revoke_reason"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from volunteer_qualification _l1
                    where
                      (
                        _l1.person_id = _r0.person_id
                        and (
                          _l1.person_id = $8::uuid
                          or exists (
                            select 1
                            from
                              signup qsg
                              join shift_role rol on rol.id = qsg.role_id
                              join shift sft on sft.id = qsg.shift_id
                              join volunteer_activity act on act.id = sft.activity_id
                            where
                              qsg.person_id = _l1.person_id
                              and qsg.status in ('PENDING', 'CONFIRMED')
                              and rol.qualification = _l1.name
                              and sft.school_id = any ($6::uuid[])
                              and act.organiser_id = $4::uuid
                          )
                          or exists (
                            select 1
                            from
                              guardian gdn
                              join guardianship gds on gds.guardian_id = gdn.id
                              and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              join student std on std.id = gds.student_id
                            where
                              gdn.person_id = _l1.person_id
                              and std.school_id in (
                                select unnest($2::uuid[])
                              )
                          )
                        )
                        and true
                      )
                    order by
                      _l1."granted_at" desc,
                      _l1."id" desc
                    limit $10::int
                  ) _l1
              ),
              case
                when (
                  exists (
                    select 1
                    from
                      guardian gdn
                      join guardianship gds on gds.guardian_id = gdn.id
                      and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                      join student std on std.id = gds.student_id
                    where
                      gdn.person_id = _r0.person_id
                      and std.school_id in (
                        select unnest($2::uuid[])
                      )
                  )
                ) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '",' || right(
                json_build_array(
                  (
                    select json_build_array(p.name, p.phone, p.phone_verified_at)
                    from person p
                    where p.id = _r0.person_id
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
                          tie.guardian_id = _r0.id
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
              )
            ),
            ','
          ) || ']'
        from guardian _r0
        where
          (
            _r0.id = any ($11::uuid[])
            and exists (
              select 1
              from
                guardianship g
                join student s on s.id = g.student_id
              where
                g.guardian_id = _r0.id
                and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                and s.school_id = any ($2::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for staff; district + auditsDistrict (as district-admin); auditsDistrict (as privacy-officer); staff + auditsSchool; signed in (as lecturer)
-- _r0: Query.node (Guardian)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _r0: Query.node (Guardian)
-- _r1: Guardian.currentSuspension
-- _r2: VolunteerSuspension.guardian
-- _r3: VolunteerSuspension.school
-- _r4: VolunteerSuspension.decidedBy
-- _l0: Guardian.suspensions
-- _r5: VolunteerSuspension.guardian
-- _r6: VolunteerSuspension.school
-- _r7: VolunteerSuspension.decidedBy
-- _l1: Guardian.qualifications
-- _r8: VolunteerQualification.guardian
-- _r9: VolunteerQualification.grantedBy
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
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r2."id"::text || '",' || right(
                          json_build_array(
                            (
                              select json_build_array(p.name, p.phone, p.phone_verified_at)
                              from person p
                              where p.id = _r2.person_id
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
                                    tie.guardian_id = _r2.id
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
                        )
                      from guardian _r2
                      where
                        (
                          _r2.person_id = _r1.person_id
                          and exists (
                            select 1
                            from
                              guardianship g
                              join class_membership m on m.student_id = g.student_id
                            where
                              g.guardian_id = _r2.id
                              and g.status in ('ACTIVE', 'PENDING')
                              and m.school_class_id = any ($3::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."name")::text, -1)
                      from school _r3
                      where _r3.id = _r1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '["' || _r4."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r4.id = $4::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r4.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                        )
                                        and asg.school_id = any ($6::uuid[])
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r4.id
                                          and asg.school_id = any ($6::uuid[])
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r4.person_id
                            ),
                            _r4."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r4
                      where
                        (
                          _r4.id = _r1."decided_by_id"
                          and (
                            _r4.id = $4::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r4.id
                                and a.school_id = any ($6::uuid[])
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '","' || _r1."cause"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '",' || coalesce('"' || _r1."lifted_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _r1."reason",
                        (
                          (
                            _r1.starts_at <= $7::timestamptz
                            and _r1.ends_at > $7::timestamptz
                            and _r1.lifted_at is null
                          )
                        ),
                        _r1."lift_reason"
                      )::text,
                      -1
                    )
                  )
                from volunteer_suspension _r1
                where
                  (
                    _r1.id = (
                      select sus.id
                      from volunteer_suspension sus
                      where
                        sus.person_id = _r0.person_id
                        and (
                          sus.starts_at <= $7::timestamptz
                          and sus.ends_at > $7::timestamptz
                          and sus.lifted_at is null
                        )
                        and sus.person_id = $8::uuid
                      order by
                        sus.ends_at desc,
                        sus.id
                      limit 1
                    )
                    and _r1.person_id = $8::uuid
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r5."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r5.person_id
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
                                      tie.guardian_id = _r5.id
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
                          )
                        from guardian _r5
                        where
                          (
                            _r5.person_id = _l0.person_id
                            and exists (
                              select 1
                              from
                                guardianship g
                                join class_membership m on m.student_id = g.student_id
                              where
                                g.guardian_id = _r5.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($3::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r6."id"::text || '",' || right(json_build_array(_r6."name")::text, -1)
                        from school _r6
                        where _r6.id = _l0."school_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r7."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r7.id = $4::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r7.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                          )
                                          and asg.school_id = any ($6::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r7.id
                                            and asg.school_id = any ($6::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r7.person_id
                              ),
                              _r7."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r7
                        where
                          (
                            _r7.id = _l0."decided_by_id"
                            and (
                              _r7.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r7.id
                                  and a.school_id = any ($6::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."cause"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || coalesce('"' || _l0."lifted_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l0."reason",
                          (
                            (
                              _l0.starts_at <= $7::timestamptz
                              and _l0.ends_at > $7::timestamptz
                              and _l0.lifted_at is null
                            )
                          ),
                          _l0."lift_reason"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from volunteer_suspension _l0
                    where
                      (
                        _l0.person_id = _r0.person_id
                        and _l0.person_id = $8::uuid
                        and true
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit $9::int
                  ) _l0
              ),
              case
                when (false) is not true then 'false'
                else 'null'
              end
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r8."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r8.person_id
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
                                      tie.guardian_id = _r8.id
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
                          )
                        from guardian _r8
                        where
                          (
                            _r8.person_id = _l1.person_id
                            and exists (
                              select 1
                              from
                                guardianship g
                                join class_membership m on m.student_id = g.student_id
                              where
                                g.guardian_id = _r8.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($3::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r9."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r9.id = $4::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r9.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                          )
                                          and asg.school_id = any ($6::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r9.id
                                            and asg.school_id = any ($6::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r9.person_id
                              ),
                              _r9."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r9
                        where
                          (
                            _r9.id = _l1."granted_by_id"
                            and (
                              _r9.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r9.id
                                  and a.school_id = any ($6::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."valid_from"::text || '",' || coalesce('"' || _l1."valid_to"::text || '"', 'null') || ',' || coalesce('"' || _l1."revoked_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l1."name",
                          (
                            _l1.revoked_at is null
                            and $5::date between _l1.valid_from and coalesce(_l1.valid_to, 'infinity')
                          ),
                          _l1."revoke_reason"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from volunteer_qualification _l1
                    where
                      (
                        _l1.person_id = _r0.person_id
                        and (
                          _l1.person_id = $8::uuid
                          or exists (
                            select 1
                            from
                              signup qsg
                              join shift_role rol on rol.id = qsg.role_id
                              join shift sft on sft.id = qsg.shift_id
                              join volunteer_activity act on act.id = sft.activity_id
                            where
                              qsg.person_id = _l1.person_id
                              and qsg.status in ('PENDING', 'CONFIRMED')
                              and rol.qualification = _l1.name
                              and sft.school_id = any ($6::uuid[])
                              and act.organiser_id = $4::uuid
                          )
                        )
                        and true
                      )
                    order by
                      _l1."granted_at" desc,
                      _l1."id" desc
                    limit $10::int
                  ) _l1
              ),
              case
                when (false) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '",' || right(
                json_build_array(
                  (
                    select json_build_array(p.name, p.phone, p.phone_verified_at)
                    from person p
                    where p.id = _r0.person_id
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
                          tie.guardian_id = _r0.id
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
              )
            ),
            ','
          ) || ']'
        from guardian _r0
        where
          (
            _r0.id = any ($11::uuid[])
            and exists (
              select 1
              from
                guardianship g
                join class_membership m on m.student_id = g.student_id
              where
                g.guardian_id = _r0.id
                and g.status in ('ACTIVE', 'PENDING')
                and m.school_class_id = any ($3::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.node (Guardian)
-- _r1: Guardian.currentSuspension
-- _r2: VolunteerSuspension.guardian
-- _r3: VolunteerSuspension.school
-- _r4: VolunteerSuspension.decidedBy
-- _l0: Guardian.suspensions
-- _r5: VolunteerSuspension.guardian
-- _r6: VolunteerSuspension.school
-- _r7: VolunteerSuspension.decidedBy
-- _l1: Guardian.qualifications
-- _r8: VolunteerQualification.guardian
-- _r9: VolunteerQualification.grantedBy
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
            '[' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select
                        '["' || _r2."id"::text || '",' || right(
                          json_build_array(
                            (
                              select json_build_array(p.name, p.phone, p.phone_verified_at)
                              from person p
                              where p.id = _r2.person_id
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
                                    tie.guardian_id = _r2.id
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
                        )
                      from guardian _r2
                      where
                        (
                          _r2.person_id = _r1.person_id
                          and (
                            _r2.id = $4::uuid
                            or _r2.id = any (
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
                                g.guardian_id = _r2.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($3::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r3."id"::text || '",' || right(json_build_array(_r3."name")::text, -1)
                      from school _r3
                      where _r3.id = _r1."school_id"
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select
                        '["' || _r4."id"::text || '",' || right(
                          json_build_array(
                            (
                              select
                                case
                                  when (
                                    _r4.id = $8::uuid
                                    or exists (
                                      select 1
                                      from staff_assignment asg
                                      where
                                        asg.staff_id = _r4.id
                                        and asg.ended_at is null
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= greatest(asg.valid_from, $7::date)
                                        )
                                        and (
                                          asg.school_class_id = any ($9::uuid[])
                                          or asg.school_id = any ($10::uuid[])
                                        )
                                    )
                                  ) then json_build_array(p.name, p.phone)
                                  else json_build_array(
                                    coalesce(
                                      (
                                        select asg.held_as
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r4.id
                                          and (
                                            asg.school_class_id = any ($9::uuid[])
                                            or asg.school_id = any ($10::uuid[])
                                          )
                                        order by
                                          asg.valid_to desc nulls first,
                                          asg.id desc
                                        limit 1
                                      ),
                                      p.name
                                    ),
                                    null
                                  )
                                end
                              from person p
                              where p.id = _r4.person_id
                            ),
                            _r4."staff_number"
                          )::text,
                          -1
                        )
                      from staff _r4
                      where
                        (
                          _r4.id = _r1."decided_by_id"
                          and (
                            _r4.id = $8::uuid
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r4.id
                                and a.school_class_id = any ($9::uuid[])
                            )
                            or exists (
                              select 1
                              from staff_assignment a
                              where
                                a.staff_id = _r4.id
                                and a.school_id = any ($10::uuid[])
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '","' || _r1."cause"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '",' || coalesce('"' || _r1."lifted_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _r1."reason",
                        (
                          (
                            _r1.starts_at <= $11::timestamptz
                            and _r1.ends_at > $11::timestamptz
                            and _r1.lifted_at is null
                          )
                        ),
                        _r1."lift_reason"
                      )::text,
                      -1
                    )
                  )
                from volunteer_suspension _r1
                where
                  (
                    _r1.id = (
                      select sus.id
                      from volunteer_suspension sus
                      where
                        sus.person_id = _r0.person_id
                        and (
                          sus.starts_at <= $11::timestamptz
                          and sus.ends_at > $11::timestamptz
                          and sus.lifted_at is null
                        )
                        and sus.person_id = $12::uuid
                      order by
                        sus.ends_at desc,
                        sus.id
                      limit 1
                    )
                    and _r1.person_id = $12::uuid
                  )
                limit 1
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r5."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r5.person_id
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
                                      tie.guardian_id = _r5.id
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
                          )
                        from guardian _r5
                        where
                          (
                            _r5.person_id = _l0.person_id
                            and (
                              _r5.id = $4::uuid
                              or _r5.id = any (
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
                                  g.guardian_id = _r5.id
                                  and g.status in ('ACTIVE', 'PENDING')
                                  and m.school_class_id = any ($3::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r6."id"::text || '",' || right(json_build_array(_r6."name")::text, -1)
                        from school _r6
                        where _r6.id = _l0."school_id"
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r7."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r7.id = $8::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r7.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $7::date)
                                          )
                                          and (
                                            asg.school_class_id = any ($9::uuid[])
                                            or asg.school_id = any ($10::uuid[])
                                          )
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r7.id
                                            and (
                                              asg.school_class_id = any ($9::uuid[])
                                              or asg.school_id = any ($10::uuid[])
                                            )
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r7.person_id
                              ),
                              _r7."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r7
                        where
                          (
                            _r7.id = _l0."decided_by_id"
                            and (
                              _r7.id = $8::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r7.id
                                  and a.school_class_id = any ($9::uuid[])
                              )
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r7.id
                                  and a.school_id = any ($10::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."cause"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || coalesce('"' || _l0."lifted_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l0."reason",
                          (
                            (
                              _l0.starts_at <= $11::timestamptz
                              and _l0.ends_at > $11::timestamptz
                              and _l0.lifted_at is null
                            )
                          ),
                          _l0."lift_reason"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l0.*
                    from volunteer_suspension _l0
                    where
                      (
                        _l0.person_id = _r0.person_id
                        and _l0.person_id = $12::uuid
                        and true
                      )
                    order by
                      _l0."starts_at" desc,
                      _l0."id" desc
                    limit $13::int
                  ) _l0
              ),
              case
                when (_r0.id = $4::uuid) is not true then 'false'
                else 'null'
              end
            ) || ',' || coalesce(
              (
                select
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r8."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r8.person_id
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
                                      tie.guardian_id = _r8.id
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
                          )
                        from guardian _r8
                        where
                          (
                            _r8.person_id = _l1.person_id
                            and (
                              _r8.id = $4::uuid
                              or _r8.id = any (
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
                                  g.guardian_id = _r8.id
                                  and g.status in ('ACTIVE', 'PENDING')
                                  and m.school_class_id = any ($3::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                        limit 1
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r9."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r9.id = $8::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r9.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $7::date)
                                          )
                                          and (
                                            asg.school_class_id = any ($9::uuid[])
                                            or asg.school_id = any ($10::uuid[])
                                          )
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r9.id
                                            and (
                                              asg.school_class_id = any ($9::uuid[])
                                              or asg.school_id = any ($10::uuid[])
                                            )
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r9.person_id
                              ),
                              _r9."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r9
                        where
                          (
                            _r9.id = _l1."granted_by_id"
                            and (
                              _r9.id = $8::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r9.id
                                  and a.school_class_id = any ($9::uuid[])
                              )
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r9.id
                                  and a.school_id = any ($10::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '","' || _l1."valid_from"::text || '",' || coalesce('"' || _l1."valid_to"::text || '"', 'null') || ',' || coalesce('"' || _l1."revoked_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l1."name",
                          (
                            _l1.revoked_at is null
                            and $7::date between _l1.valid_from and coalesce(_l1.valid_to, 'infinity')
                          ),
                          _l1."revoke_reason"
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) || ']'
                from
                  (
                    select _l1.*
                    from volunteer_qualification _l1
                    where
                      (
                        _l1.person_id = _r0.person_id
                        and (
                          _l1.person_id = $12::uuid
                          or exists (
                            select 1
                            from
                              signup qsg
                              join shift_role rol on rol.id = qsg.role_id
                              join shift sft on sft.id = qsg.shift_id
                              join volunteer_activity act on act.id = sft.activity_id
                            where
                              qsg.person_id = _l1.person_id
                              and qsg.status in ('PENDING', 'CONFIRMED')
                              and rol.qualification = _l1.name
                              and sft.school_id = any ($10::uuid[])
                              and act.organiser_id = $8::uuid
                          )
                        )
                        and true
                      )
                    order by
                      _l1."granted_at" desc,
                      _l1."id" desc
                    limit $14::int
                  ) _l1
              ),
              case
                when (_r0.id = $4::uuid) is not true then 'false'
                else 'null'
              end
            ) || ',' || (
              '"' || _r0."id"::text || '",' || right(
                json_build_array(
                  (
                    select json_build_array(p.name, p.phone, p.phone_verified_at)
                    from person p
                    where p.id = _r0.person_id
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
                          tie.guardian_id = _r0.id
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
              )
            ),
            ','
          ) || ']'
        from guardian _r0
        where
          (
            _r0.id = any ($15::uuid[])
            and (
              _r0.id = $4::uuid
              or _r0.id = any (
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
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($3::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
